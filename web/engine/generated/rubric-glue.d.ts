/** Emscripten's factory for rubric.wasm; web/tools/modules.mjs puts it in build/generated. */
import type { PageModule } from "../instance.js";
import type { GlueOptions } from "../instantiate.js";

export interface RubricModule extends PageModule {
  grade(handle: number, followUp: string, marks: string): string;
}

export default function createRubric(options: GlueOptions): RubricModule;
