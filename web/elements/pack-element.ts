/**
 * What <decision-card> and <rubric-card> share: a pack from wherever the page names it, the engine, what is shown when
 * either fails, and the open shadow root. What a card does with its pack is the subclass's.
 */
import type { Description, Problem } from "../contract/index.js";
import type { Engine, ReadPack } from "../engine/engine.js";
import { PackError } from "../engine/pack-error.js";
import type { CardEventMap } from "./events.js";
import {
  AuthorError,
  attribute,
  type Bundled,
  contentOf,
  interfaceOf,
  type PackSource,
  packSource,
  trimmed,
} from "./pack-source.js";
import { keepKeys } from "../dom/keys.js";
import { adoptStyles, afterPaint, bringIntoView, keepFocus, nameApart, openForPrint, roomFor } from "../dom/surface.js";
import type { Languages } from "../texts/languages.js";
import type { Texts, Words } from "../texts/texts.js";
import { openShared } from "./shared-pack.js";
import { failureView, problemsView } from "../views/common/problems.js";
import type { Folds } from "../views/common/folds.js";
import type { Stage } from "../views/common/stage.js";

/** Servers import this module too; there it is a class that nobody registers. */
const Base = (globalThis as Partial<typeof globalThis>).HTMLElement ?? (Object as unknown as typeof HTMLElement);

/** What stands in for a pack's description while there is none: a message needs no more. */
const NOTHING: Description = {
  id: "",
  version: "",
  language: "",
  title: "",
  authors: [],
  sources: [],
  decision: { question: "", questions: [], alternatives: [], recommendations: [], gates: [] },
};

/** Where a class's engine would come from, were it imported from an entry of the package. */
export const noEngine = (): Promise<never> =>
  Promise.reject(new Error("This element has no engine: import it from an entry of decision-card."));

/** Properties that a page may set before the element is defined. */
const EARLY = ["packData", "texts", "answers", "text"];

/** Attributes that change what is shown, not what it is shown of. */
const SHOWN = ["heading-level", "order", "lang"];

/** Those in the page: words that arrive later are said there, too. */
export const cards = new Set<PackElement>();

/**
 * @attr pack - the id of the bundled pack
 * @attr src - a pack of your own: an address, or "#id" of a script of type application/json in the page
 * @attr lang - the language of the card's own words where the pack's has none; for a rubric, which is English, before it
 * @attr heading-level - the level of the card's title, 2 to 5; 2 unless set
 * @attr name - under this name a form around the card gets what the reader has given
 * @slot action - the page's own next step, below a result or a grade
 * @slot - shown while there is no script, and when the card can't run
 */
export abstract class PackElement<Pack extends ReadPack = ReadPack> extends Base {
  static readonly observedAttributes = ["pack", "src", ...SHOWN];

  /** A form around the card gets what the reader has given, under the card's `name`. */
  static readonly formAssociated = true;

  /** The pack that comes with the script; the entry that has one sets it. */
  static bundled: Bundled | null = null;

  /** The name it is registered under. */
  static readonly tag: string;

  /** What its own words can be in. */
  static readonly languages: Languages;

  /** Brings words of a language, or other words; cards that are in the page say them from now on. */
  static speak(language: string, words: Words): void {
    this.languages.add(language, words);
    for (const card of cards) if (card instanceof this) card.#again();
  }

  /** Registers the element; a name that is taken stays as it is. */
  static define(tag = this.tag, registry = (globalThis as Partial<typeof globalThis>).customElements): void {
    if (registry && !registry.get(tag)) registry.define(tag, this as unknown as CustomElementConstructor);
  }

  /** Style sheets of this card's own, as text. */
  protected abstract readonly styles: string;
  protected openPack: Pack | null = null;
  protected description: Description = NOTHING;
  protected words: Texts = this.#languages.texts([]);
  protected notices: string[] = [];

  #texts: Words = {};
  /** The words that the pack brings. */
  #interface: Words = {};
  #packData: string | object | null = null;
  #packContent = contentOf(null);
  #opening: Promise<void> = Promise.resolve();
  /** Counts restarts, so that what an earlier source still delivers is dropped. */
  #run = 0;
  #waiting = false;
  #attached: AbortController | null = null;
  /** Browsers before 2023 and jsdom have no internals, or not all of them. */
  protected readonly internals = (this as Partial<HTMLElement>).attachInternals?.() as
    Partial<ElementInternals> | undefined;

  /** The engine that reads this card's part of a pack. */
  protected abstract load(): Promise<Engine<Pack>>;
  /** A new pack is coming: forget the screen, keep what the reader wrote or chose. */
  protected abstract leave(): void;
  /** Starts afresh: what the reader has given is gone, and the first screen is shown. */
  abstract reset(): void;
  /** Whether the bundled pack's first screen may be shown before the engine is even compiled. */
  protected abstract canPrepare(first: Description): boolean;
  /** Shows the first screen. */
  protected abstract begin(): void;
  /** The pack is open. */
  protected abstract opened(pack: Pack): void;
  /** Shows the current screen once more. */
  protected abstract refresh(): void;
  /** Folds of the current screen, as the reader has left them. */
  protected abstract readonly folds: Folds;
  /** How to go on where the reader was, after a failure. */
  protected abstract resumption(): () => void;

  /** What the reader has written: shown when nothing else can be. */
  protected get written(): string {
    return "";
  }

  /** A pack as text or as an object, instead of the attributes. The same pack once more leaves the reader where they are. */
  set packData(data: string | object | null) {
    const content = contentOf(data);
    const same = content === this.#packContent;
    this.#packData = data;
    this.#packContent = content;
    if (!same && this.#run > 0) this.#start();
  }

  get packData(): string | object | null {
    return this.#packData;
  }

  /** Words to say instead of the card's, by key; a text, or a form for each plural category of its language. */
  set texts(texts: Words | null) {
    const same = JSON.stringify(texts ?? {}) === JSON.stringify(this.#texts);
    this.#texts = { ...texts };
    if (!same) this.#again();
  }

  get texts(): Words {
    return this.#texts;
  }

  connectedCallback(): void {
    cards.add(this);
    this.#attached?.abort();
    this.#attached = new AbortController();
    this.listen(this.#attached.signal);
    for (const name of EARLY) this.#adoptEarly(name);
    if (this.#run === 0) this.#start();
  }

  disconnectedCallback(): void {
    cards.delete(this);
    this.#attached?.abort();
    this.#attached = null;
  }

  formResetCallback(): void {
    this.reset();
  }

  /** What a form around the card gets. */
  protected hand(value: string): void {
    this.internals?.setFormValue?.(value);
  }

  /** A style sheet belongs to the document that made it. */
  adoptedCallback(): void {
    if (this.shadowRoot) adoptStyles(this.shadowRoot, this.styles);
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (this.#run === 0 || trimmed(before) === trimmed(after)) return;
    if (name === "lang") void this.#learn(this.description)?.then(() => this.#again());
    if (SHOWN.includes(name)) this.#again();
    else this.#start();
  }

  protected listen(signal: AbortSignal): void {
    addEventListener("beforeprint", () => this.shadowRoot && openForPrint(this.shadowRoot), { signal });
  }

  /** A property set before the element was defined hides the accessor: take it off and set it again. */
  #adoptEarly(name: string): void {
    if (!Object.hasOwn(this, name)) return;
    const value = Reflect.get(this, name);
    Reflect.deleteProperty(this, name);
    Reflect.set(this, name, value);
  }

  // ---- the pack and the engine

  #start(): void {
    this.#run += 1;
    this.openPack = null;
    this.#describe(NOTHING, {});
    this.notices = [];
    this.leave();
    try {
      this.#startFrom(packSource(this, this.#packData, (this.constructor as typeof PackElement).bundled));
    } catch (error) {
      this.fail(error);
    }
  }

  #startFrom(source: PackSource): void {
    if (source.kind === "given") this.#opening = this.#open(source.read, this.#run);
    else this.#startBundled(source.bundled);
  }

  /** The first screen is shown and can be used before the engine is even compiled. */
  #startBundled({ text, first }: Bundled): void {
    const prepared = this.canPrepare(first) && this.#learn(first) === null;
    if (prepared) this.#describe(first, {});
    if (prepared) this.begin();
    const run = this.#run;
    this.#opening = (prepared ? afterPaint() : Promise.resolve()).then(() => this.#open(text, run));
  }

  async #open(read: () => Promise<string | object>, run: number): Promise<void> {
    try {
      const [engine, data] = await Promise.all([this.load(), read()]);
      if (run !== this.#run) return;
      const pack = openShared(engine, data);
      await this.#learn(pack.description);
      if (run === this.#run) this.#opened(pack, interfaceOf(data));
    } catch (error) {
      if (run === this.#run) this.fail(error);
    }
  }

  #opened(pack: Pack, words: Words): void {
    this.openPack = pack;
    this.#describe(pack.description, words);
    this.opened(pack);
  }

  #describe(description: Description, words: Words): void {
    this.description = description;
    this.#interface = words;
    this.#speak();
  }

  // ---- its words

  get #languages(): Languages {
    return (this.constructor as typeof PackElement).languages;
  }

  /** The languages that its words may be in, the first that there is before the others. */
  protected wanted(pack: string): string[] {
    return [pack, this.closest("[lang]")?.getAttribute("lang") ?? ""].filter(Boolean);
  }

  /** Null: there is nothing to wait for. */
  #learn({ language }: Description): Promise<void> | null {
    return this.#languages.learn(this.wanted(language));
  }

  #speak(): void {
    this.words = this.#languages.texts(this.wanted(this.description.language), {
      ...this.#interface,
      ...this.#texts,
    });
  }

  #again(): void {
    this.#speak();
    if (this.description !== NOTHING) this.refresh();
  }

  /** Whatever comes of it, the pack is no longer on its way. */
  protected get settled(): Promise<void> {
    return this.#opening;
  }

  /** Waits for the engine if it is still loading; once for each press, however often it is pressed. */
  protected async whenOpen(work: () => void): Promise<void> {
    if (this.#waiting) return;
    this.#waiting = true;
    const waiting = setTimeout(() => this.#sayWaiting(), 300);
    await this.#opening;
    clearTimeout(waiting);
    this.#waiting = false;
    work();
  }

  #sayWaiting(): void {
    this.shadowRoot?.querySelector("[role=status]")?.replaceChildren(this.words.say("waiting"));
  }

  // ---- when it fails

  protected fail(error: unknown): void {
    this.openPack = null;
    if (error instanceof PackError) this.#showProblems(error.problems);
    else this.#showFailure(error);
  }

  protected safely<T>(work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      this.fail(error);
      return null;
    }
  }

  #showProblems(problems: readonly Problem[]): void {
    console.error(`${this.localName}:`, problems);
    this.paint(problemsView(this.stage(), problems));
    this.emit("dc-error", { problems });
  }

  /** An untouched tag keeps its fallback content as it is; otherwise a slot shows it below the message. */
  #showFailure(error: unknown): void {
    const authors = error instanceof AuthorError;
    const message = authors ? this.words.say(error.key, error.values) : this.words.say("failed");
    console[authors ? "warn" : "error"](`${this.localName}: ${message}`, authors ? "" : error);
    const untouched = !this.shadowRoot && this.childElementCount > 0;
    const retry = authors && error.key !== "src_failed" ? null : (): void => this.#retry();
    if (authors || !untouched) this.paint(failureView(this.stage(), message, retry, this.written));
    this.emit("dc-error", { message: error instanceof Error && !authors ? error.message : message });
  }

  /** What the reader gave was never lost; go on where they were. */
  #retry(): void {
    const resume = this.resumption();
    this.#start();
    void this.#opening.then(() => this.openPack && resume());
  }

  // ---- rendering

  protected stage(): Stage {
    const { level, notice } = this.#headingLevel();
    const notices = notice ? [notice, ...this.notices] : this.notices;
    return { pack: this.description, texts: this.words, level, notices, folds: this.folds };
  }

  #headingLevel(): { level: number; notice?: string } {
    const value = attribute(this, "heading-level") ?? "2";
    if (/^[2-5]$/.test(value)) return { level: Number(value) };
    const notice = this.words.say("heading_level", { value });
    console.warn(`${this.localName}: ${notice}`);
    return { level: 2, notice };
  }

  /** The root is attached with its first screen in hand, so a failure before that leaves the fallback content alone. */
  protected paint(view: HTMLElement, moved = false): void {
    const root = this.shadowRoot ?? this.#attachRoot();
    nameApart(this, view);
    const show = (): void => root.replaceChildren(...adoptStyles(root, this.styles), roomFor(), view);
    if (moved) show();
    else keepFocus(root, show);
    if (moved) bringIntoView(view);
  }

  #attachRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: "open" });
    keepKeys(root);
    return root;
  }

  /** False when the page has said no; it is asked before a result only. */
  protected emit<K extends keyof CardEventMap>(type: K, detail: CardEventMap[K]["detail"]): boolean {
    const cancelable = type === "dc-before-result";
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }
}
