/** Emscripten's factories, given a module that is compiled already: everything happens at once. */
export interface GlueOptions {
  instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void): WebAssembly.Exports;
}

/** A running copy of a module, and its memory. */
export function instantiate<Glue>(
  create: (options: GlueOptions) => Glue,
  module: WebAssembly.Module,
): { glue: Glue; memory: WebAssembly.Memory } {
  let memory!: WebAssembly.Memory;
  const glue = create({
    instantiateWasm(imports, receive) {
      const instance = new WebAssembly.Instance(module, imports);
      memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory)!;
      receive(instance);
      return instance.exports;
    },
  });
  return { glue, memory };
}
