//! Defines typed indices, so that a place in one list cannot be taken for a place in another.

macro_rules! indices {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub usize);

        impl $name {
            /// The item of the list that this is an index of, or of one that runs beside it.
            ///
            /// # Panics
            ///
            /// With a list of another endpoint, object or API.
            pub fn of<T>(self, list: &[T]) -> &T {
                &list[self.0]
            }
        }
    )*};
}

indices! {
    /// Index of a [`TypeDef`](super::TypeDef) in [`Api::types`](super::Api::types).
    TypeId;
    /// Index of a [`Parameter`](super::Parameter) in [`Endpoint::parameters`](super::Endpoint::parameters).
    ParameterId;
    /// Index of a [`Field`](super::Field) in [`ObjectType::fields`](super::ObjectType::fields).
    FieldId;
    /// Index of an [`ErrorCode`](super::ErrorCode) in [`Api::errors`](super::Api::errors).
    ErrorCodeId;
    /// Index of what a [`Constraint`](super::Constraint) is about: a field of an object, or a parameter of a request, behind which
    /// its whole body counts.
    MemberId;
}
