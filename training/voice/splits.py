"""Which speaker is in which part: by a hash of the speaker's id, so that no voice is ever on both sides."""

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Utterance:
    path: Path
    speaker: str
    corpus: str


def bucket(speaker: str) -> int:
    """0–9."""
    return int(hashlib.sha1(speaker.encode()).hexdigest()[:8], 16) % 10


def split_of(speaker: str) -> str:
    number = bucket(speaker)
    return "train" if number <= 6 else "validation" if number == 7 else "test"


def utterances(root: Path) -> list[Utterance]:
    """All recordings below a folder with `speechocean762-train/SPEAKERxxxx/*.opus` and `librispeech-251/<speaker>-*.opus`, in order."""
    many = [Utterance(path, path.parent.name, "speechocean") for path in root.glob("speechocean762-train/*/*.opus")]
    single = [Utterance(path, path.stem.split("-")[0], "librispeech") for path in root.glob("librispeech-251/*.opus")]
    return sorted(many + single, key=lambda utterance: str(utterance.path))
