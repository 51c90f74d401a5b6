#!/bin/sh
# Runs every target for so many seconds (60 unless told), one after the other.
set -e
cd "$(dirname "$0")"
for target in specs patterns responses answers requests import masking; do
    mkdir -p "corpus/$target"
    seeds="seeds/$target"
    [ "$target" = specs ] && seeds="../fixtures/ok ../fixtures/err"
    [ "$target" = import ] && seeds="../fixtures/import/pages"
    # Nothing here is unsafe, so no sanitizer is needed.
    # shellcheck disable=SC2086
    cargo +nightly fuzz run --fuzz-dir . -s none "$target" "corpus/$target" $seeds -- \
        -max_total_time="${1:-60}" -dict="dictionaries/$target.txt" -max_len=4096 -timeout=10 -print_final_stats=1
done
