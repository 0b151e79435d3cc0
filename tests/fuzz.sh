#!/usr/bin/env bash
# Sends a million (or as many as given) mutated Slack payloads to the bot and checks that nothing broke, nothing was half written and memory stayed.
# Usage: tests/fuzz.sh [payloads] [seed]. Progress goes to artifacts/fuzz.log; the first failure is printed with its seed and payload.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p artifacts
REVBOT_FUZZ_PAYLOADS="${1:-1000000}" REVBOT_FUZZ_SEED="${2:-1}" REVBOT_FUZZ_LOG="$PWD/artifacts/fuzz.log" \
  dotnet test tests/RevBot.Tests --filter "FullyQualifiedName~FuzzTests" --logger "console;verbosity=normal"
