#!/usr/bin/env bash
# Compares every figure of every metric with a reckoning of its own on a company of 200,000 deals (or as many as given). One question in so many is taken, which still asks for every metric.
# Usage: tests/figures.sh [deals] [one in]
set -euo pipefail
cd "$(dirname "$0")/.."
REVBOT_TEST_DEALS="${1:-200000}" REVBOT_TEST_EVERY="${2:-1}" \
  dotnet test tests/RevBot.Tests -c Release --filter FullyQualifiedName~Questions.FigureTests --logger "console;verbosity=detailed"
