#!/bin/sh
# For RUSTC_WORKSPACE_WRAPPER: lets the measured crate use the compiler's own figures, which are unstable options.
# As a variable of cargo, this would build all that the crate depends on once more.
RUSTC_BOOTSTRAP=1 exec "$@"
