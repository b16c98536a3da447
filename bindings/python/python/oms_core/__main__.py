"""`python -m oms_core`: which version this is; with `--schema`, the JSON Schema of everything that crosses."""

import sys

import oms_core

print(oms_core.schema() if "--schema" in sys.argv[1:] else f"oms_core {oms_core.__version__}")
