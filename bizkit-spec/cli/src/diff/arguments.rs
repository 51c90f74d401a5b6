//! The arguments of a request: what `new` takes, and what setters set.

use super::Rule;
use super::members::{Member, Owner};
use super::walk::{Walk, Way};
use bizkit_spec::model::{Body, Endpoint, Field, Location, Parameter, ParameterId, Segment};
use bizkit_spec::rust;

impl<'a> Walk<'a> {
    pub(super) fn arguments(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
        let path = rust::request_path(new);
        let owner = Owner::Request(&path);
        let address = |field: &Field, place: Option<Location>| match place {
            // A body that is one value is called `body`.
            None => format!("{}.body", new.id),
            Some(place) => format!("{}.{}.{}", new.id, place.word(), field.wire),
        };
        let members = |of: &'a Endpoint| -> Vec<Member<'a>> {
            let parameters =
                of.parameters.iter().map(|Parameter { location, field }| (field, Some(*location)));
            let body = of.body.iter().map(|Body { content_type: _, field }| (field, None));
            let all = parameters.chain(body).enumerate();
            let part = |index| {
                let mut parts =
                    of.request.path.iter().filter(|segment| matches!(segment, Segment::Parameter(_)));
                parts.position(|segment| *segment == Segment::Parameter(index))
            };
            all.map(|(index, (field, place))| {
                let address = address(field, place);
                Member { index, part: part(ParameterId(index)), field, address }
            })
            .collect()
        };
        let (before, after) = (members(old), members(new));
        let pairs = self.members(owner, Way::REQUEST, &new.id, &before, &after);
        for (from, to) in &pairs {
            let place = |of: &'a Endpoint, member: &Member<'_>| {
                of.parameters.get(member.index).map(|one| one.location)
            };
            let (was, is) = (place(old, from), place(new, to));
            if was != is {
                let word = |place: Option<Location>| place.map_or("whole body", Location::word);
                let message = format!("`{}` travels as {}, and was {}", to.field.wire, word(is), word(was));
                self.found(Rule::PLACE, Way::REQUEST, &to.address, message, []);
            }
        }
        if let (Some(was), Some(is)) = (&old.body, &new.body)
            && was.content_type != is.content_type
        {
            let message = format!("the body is `{}`, and was `{}`", is.content_type, was.content_type);
            self.found(Rule::BODY_FORM, Way::REQUEST, &format!("{}.body", new.id), message, []);
        }
        let wires = |of: &'a Endpoint| -> Vec<&'a str> {
            rust::arguments(of).map(|field| field.wire.as_str()).collect()
        };
        self.groups(Way::REQUEST, &new.id, (&old.constraints, &wires(old)), (&new.constraints, &wires(new)));
    }
}
