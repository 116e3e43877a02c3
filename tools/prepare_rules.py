"""Write `rules/LANG.tsv` for each `rules/LANG.toml`; run after any change to a built-in rule."""

from pathlib import Path

from newsclean.boilerplate.prepared import FOLDER, prepare
from newsclean.boilerplate.rules import load_rules

for source in sorted(Path(FOLDER).glob("*.toml")):
    source.with_suffix(".tsv").write_text(prepare(load_rules([source])), encoding="utf-8")
