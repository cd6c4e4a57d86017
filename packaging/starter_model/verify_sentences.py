"""Runs the original all-MiniLM-L6-v2 with transformers over some texts, and holds ours (int8) against it.

    python packaging/starter_model/verify_sentences.py WHEEL [--write FILE.npz]

--write keeps the original's meanings as the test's golden values, tests/data/starter_golden/sentences.npz.
"""

import argparse
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer
from transformers import AutoTokenizer, BertModel

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from exact_sentences import ExactSentences  # noqa: E402
from ingredients import MINILM_FOLDER  # noqa: E402

from desktop_app.engine.starter.minilm import SentenceEncoder  # noqa: E402

STARTER = ROOT / "resources" / "model" / "starter"
TEXTS = (
    "rain on a tin roof",
    "kick drum",
    "Dog barking, far away",
    "whoosh",
    "GLASS breaking!",
    "a slow, dark ambient drone with metallic overtones",
    "sci-fi door (opening)",
    "café à la carte",
    "808",
    "footsteps in fresh snow; somebody laughs and a door closes " * 12,
)
"""Short and long, capitals, accents, digits, and one beyond the longest text that is read."""


def original_meanings(wheel: Path) -> NDArray[np.float32]:
    """Mean of the last layer over the tokens, of unit length, [texts, 384]; as the model's card says."""
    with tempfile.TemporaryDirectory() as unpacked, zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked, [name for name in archive.namelist() if name.startswith(MINILM_FOLDER)])
        folder = str(Path(unpacked) / MINILM_FOLDER)
        tokenizer, network = AutoTokenizer.from_pretrained(folder), BertModel.from_pretrained(folder).eval()
    meanings = []
    with torch.inference_mode():
        for text in TEXTS:
            tokens = tokenizer(text, truncation=True, max_length=128, return_tensors="pt")
            mean = network(**tokens).last_hidden_state[0].mean(0)
            meanings.append(torch.nn.functional.normalize(mean, dim=0).numpy())
    return np.stack(meanings)


def main() -> None:
    """For each text print the cosine, and the largest difference from the same weights in float64."""
    parser = argparse.ArgumentParser(description="Hold our sentence encoder against the original.")
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--write", type=Path, help="keep the original's meanings in this file")
    options = parser.parse_args()
    original = original_meanings(options.wheel)
    if options.write:
        np.savez_compressed(options.write, texts=np.array(TEXTS), meanings=original)
    weights, tokenizer = load_file(STARTER / "minilm.safetensors"), Tokenizer.from_file(str(STARTER / "tokenizer.json"))
    encoder = SentenceEncoder((STARTER / "minilm.onnx").read_bytes(), weights, tokenizer)
    exact = ExactSentences(weights, tokenizer)
    for text, meaning in zip(TEXTS, original, strict=True):
        found = encoder.encode(text)
        rounding = np.abs(found - exact.encode(text)).max()
        print(f"{float(found @ meaning):.5f}  {rounding:.1e}  {text[:60]}")


if __name__ == "__main__":
    main()
