"""
Makes the labelled set that `scripts/fit-spoof` fits and measures on: OUT/CLASS/NAME.wav (16 kHz, speech alone) and OUT/manifest.csv.
What synthesisers say is kept under OUT/raw, so that a run goes on where it was stopped.
    python make.py --speech DIR --calls DIR --vad silero_vad_v5.onnx --out OUT [--piper en_US-joe-medium.onnx] [--each 4] [--copies 2] [--texts 1]
"""
import argparse
import csv
import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Iterator

import numpy as np
import soundfile

# The rule for speech is that of the speaker network's training.
sys.path.append(str(Path(__file__).parents[1]))

import channel
import synthesisers
import vocoders
from activity import Activity, spoken
from speakers import RATE, read, split_of, utterances

# Attack → family: what is left out together when attacks never seen are measured.
FAMILIES = {
    "world-copy": "world", "world-converted": "world", "world-statistical": "world",
    "griffin-lim": "griffin-lim", "linear-prediction": "linear-prediction", "espeak": "espeak",
    "flite-kal16": "diphone", "festival-diphone": "diphone",
    "flite-awb": "clustergen", "flite-rms": "clustergen", "flite-slt": "clustergen",
    "festival-hts": "hts", "klatt": "klatt", "piper": "piper",
    "replay-small": "replay", "replay-desk": "replay",
}
# Texts read by each, times `--texts`.
TEXTS = {"espeak": 36, "flite-kal16": 18, "festival-diphone": 18, "flite-awb": 12, "flite-rms": 12, "flite-slt": 12, "festival-hts": 36, "piper": 40}
# Seconds of speech.
SHORTEST, LONGEST = 1.2, 4.0


@dataclass(frozen=True)
class Item:
    attack: str
    name: str
    speaker: str
    split: str
    sound: np.ndarray


def copies(root: Path, each: int, every: int, raw: Path) -> Iterator[Item]:
    """Utterances, and what vocoders and loudspeakers make of some of them."""
    for i, utterance in enumerate(utterances(root, each)):
        sound = read(utterance.path)
        item = lambda attack, made: Item(attack, utterance.name, utterance.speaker, utterance.split, made)
        yield item("genuine", sound)
        if i % every:
            continue
        random = np.random.default_rng(list(utterance.name.encode()))
        makers = {
            "world": lambda: vocoders.world(sound, random),
            "griffin-lim": lambda: {"griffin-lim": vocoders.griffin_lim(sound, random)},
            "linear-prediction": lambda: {"linear-prediction": vocoders.linear_prediction(sound, random)},
            "replay": lambda: {f"replay-{size}": channel.replayed(sound, size == "small", random) for size in ("small", "desk")},
        }
        for family, maker in makers.items():
            attacks = [attack for attack, of in FAMILIES.items() if of == family]
            for attack, made in kept(raw, attacks, utterance.name, maker).items():
                yield item(attack, made)


def kept(raw: Path, attacks: list[str], name: str, maker: Callable[[], dict[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """What was made before, or is made now and kept."""
    files = {attack: raw / attack / f"{name}.wav" for attack in attacks}
    if not all(file.exists() for file in files.values()):
        for attack, sound in maker().items():
            files[attack].parent.mkdir(parents=True, exist_ok=True)
            soundfile.write(files[attack], 0.5 * sound / (np.max(np.abs(sound)) + 1e-9), RATE, "PCM_16")
    return {attack: read(file) for attack, file in files.items()}


def spoken(piper: Path | None, times: int, raw: Path) -> Iterator[Item]:
    makers: dict[str, Callable[[int], np.ndarray]] = {"espeak": synthesisers.espeak}
    for attack in TEXTS:
        program, _, voice = attack.partition("-")
        if voice:
            maker = getattr(synthesisers, program)
            makers[attack] = lambda number, maker=maker, voice=voice: maker(voice, number)
    if piper:
        makers["piper"] = synthesisers.Piper(piper)
    for attack, maker in makers.items():
        for number in range(times * TEXTS[attack]):
            name = f"{attack}-{number:03d}"
            sound = kept(raw, [attack], name, lambda: {attack: maker(number)})[attack]
            yield Item(attack, name, attack, split_of(name), sound)


def klatt(calls: Path) -> Iterator[Item]:
    """Customers' channels of `jianzhen simulate calls --line wide`."""
    with open(calls / "calls.csv", newline="") as file:
        for row in csv.DictReader(file):
            both, rate = soundfile.read(calls / row["file"], dtype="float32")
            assert rate == RATE, "simulate the calls with --line wide"
            name = f"klatt-{row['speaker']}-{Path(row['file']).stem}"
            yield Item("klatt", name, row["speaker"], split_of(row["speaker"]), both[: 12 * RATE, 1])


def main() -> None:
    options = argparse.ArgumentParser()
    for name in ("--speech", "--calls", "--vad", "--out"):
        options.add_argument(name, type=Path, required=True)
    options.add_argument("--piper", type=Path)
    options.add_argument("--seed", default="1")
    for name, usual in (("--each", 4), ("--copies", 2), ("--texts", 5)):
        options.add_argument(name, type=int, default=usual)
    given = options.parse_args()
    raw = given.out / "raw"
    items = [*copies(given.speech, given.each, given.copies, raw), *spoken(given.piper, given.texts, raw), *klatt(given.calls)]
    print(len(items), "made", flush=True)
    sent = channel.through([item.sound for item in items], [f"{item.attack} {item.name}" for item in items], given.seed)
    print("sent", flush=True)
    spoke = spoken(Activity(given.vad), [sound for sound, _ in sent])
    rows = []
    # What is read from a text is as long as some genuine recording, so that length tells nothing.
    lengths = [len(sound) for item, sound in zip(items, spoke) if item.attack == "genuine" and len(sound) >= SHORTEST * RATE]
    for item, sound, (_, codec) in zip(items, spoke, sent):
        if len(sound) < SHORTEST * RATE:
            continue
        # Where it is cut, too, depends on the name alone.
        number = int(hashlib.sha1(item.name.encode()).hexdigest()[:8], 16)
        length = min(len(sound), int(LONGEST * RATE), lengths[number % len(lengths)] if item.attack in {*TEXTS, "klatt"} else len(sound))
        start = number % (len(sound) - length + 1)
        file = Path(item.attack) / f"{item.name}.wav"
        (given.out / item.attack).mkdir(parents=True, exist_ok=True)
        soundfile.write(given.out / file, sound[start : start + length], RATE, "PCM_16")
        rows.append([file, item.attack, FAMILIES.get(item.attack, "genuine"), item.speaker, item.split, codec])
    with open(given.out / "manifest.csv", "w", newline="") as file:
        csv.writer(file).writerows([["file", "attack", "family", "speaker", "split", "codec"], *rows])
    print(len(rows), "kept", flush=True)


if __name__ == "__main__":
    main()
