/** A timer that never takes anything away: it can be paused and extended, and when it runs out nothing else changes. */
export class Countdown {
  readonly #seconds: number;
  #left: number;
  /** On the monotonic clock, in milliseconds; null while it stands still. */
  #end: number | null = null;
  #on = false;

  constructor(seconds: number) {
    this.#seconds = seconds;
    this.#left = seconds;
  }

  get state(): "off" | "running" | "paused" | "over" {
    if (!this.#on) return "off";
    if (this.left === 0) return "over";
    return this.#end === null ? "paused" : "running";
  }

  /** Whole seconds. */
  get left(): number {
    if (this.#end === null) return this.#left;
    return Math.max(0, Math.ceil((this.#end - performance.now()) / 1000));
  }

  start(): void {
    if (this.state === "over") this.#left = this.#seconds;
    this.#on = true;
    this.#end = performance.now() + 1000 * this.#left;
  }

  pause(): void {
    this.#left = this.left;
    this.#end = null;
  }

  add(seconds: number): void {
    const over = this.state === "over";
    this.#left = this.left + seconds;
    if (over || this.#end !== null) this.#end = performance.now() + 1000 * this.#left;
  }

  turnOff(): void {
    this.#on = false;
    this.#end = null;
    this.#left = this.#seconds;
  }
}

/** "2:05" */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, "0")}`;
}
