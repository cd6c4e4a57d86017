"""Says how good the bundled embedder is: resources/model/starter/figures.json and the measured part of the card there.

    python packaging/starter_model/judge.py                            judge the committed files
    python packaging/starter_model/judge.py --app DIR --into FILE      judge another version of Earmark, unpacked in DIR

Needs the corpus, which it fetches if it is not in the cache (--cache DIR, as for build.py), and is the last stage of
build.py. Five minutes on one core, uses all.
"""

import argparse
import sys
from pathlib import Path

import platformdirs

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Judge, write, and print the main figures."""
    parser = argparse.ArgumentParser(description="Say how good the bundled embedder is.")
    parser.add_argument(
        "--cache", type=Path, default=platformdirs.user_cache_path("earmark-build"), help="where stages keep their work"
    )
    parser.add_argument("--app", type=Path, default=ROOT, help="folder that has desktop_app and resources")
    parser.add_argument("--folder", type=Path, help="the embedder's folder, if it is another one")
    parser.add_argument("--into", type=Path, help="write only the figures, into this file")
    options = parser.parse_args()
    sys.path.insert(0, str(options.app.resolve()))
    from evaluation.judging import judge, write  # whose desktop_app it judges is known only now

    resources = options.app / "resources"
    folder = options.folder or resources / "model" / "starter"
    figures = judge(folder, resources / "vocabularies", options.cache, options.app)
    if options.into:
        options.into.write_text(figures.to_json(), encoding="utf-8")
    else:
        write(figures, folder)
    for section in ("retrieval", "open vocabulary"):
        for name, figure in figures.sections[section].items():
            print(f"{figure.value:.3f} ({figure.low:.3f} to {figure.high:.3f})  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
