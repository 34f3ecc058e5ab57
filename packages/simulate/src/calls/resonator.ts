// Klatt, "Software for a cascade/parallel formant synthesizer" (1980), section I.B: digital resonator and anti-resonator.

/** y[n] = a x[n] + b y[n-1] + c y[n-2], gain 1 at 0 Hz; turned round, the same numbers are a pair of zeros. */
export class Resonator {
  #a = 1;
  #b = 0;
  #c = 0;
  #first = 0;
  #second = 0;
  readonly #sampleRate: number;

  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
  }

  /** Frequency and bandwidth in hertz; beyond 0.49 of the sample rate the resonator lets everything pass. */
  set(frequency: number, bandwidth: number): void {
    if (frequency >= 0.49 * this.#sampleRate) {
      [this.#a, this.#b, this.#c] = [1, 0, 0];
      return;
    }
    const radius = Math.exp((-Math.PI * bandwidth) / this.#sampleRate);
    this.#c = -radius * radius;
    this.#b = 2 * radius * Math.cos((2 * Math.PI * frequency) / this.#sampleRate);
    this.#a = 1 - this.#b - this.#c;
  }

  pole(x: number): number {
    const y = this.#a * x + this.#b * this.#first + this.#c * this.#second;
    this.#second = this.#first;
    this.#first = y;
    return y;
  }

  zero(x: number): number {
    const y = (x - this.#b * this.#first - this.#c * this.#second) / this.#a;
    this.#second = this.#first;
    this.#first = x;
    return y;
  }
}
