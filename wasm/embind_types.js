// SPDX-License-Identifier: MIT
// embind registers every type that it knows when a module starts. Ours hand over nothing but texts, whole numbers and
// truth values, so the glue for the others stays out: 1 KB of each script. A function that used one of them would be
// refused by name when its module starts.
const unused = ["std_wstring", "emval", "memory_view", "bigint", "float"].map((type) => `_embind_register_${type}`);

// embind's own makes its errors by assigning to their prototype, which throws where a page has frozen Error.prototype.
mergeInto(LibraryManager.library, {
  // eslint-disable-next-line object-shorthand -- Emscripten 3.1.6 takes a library's functions by their text
  $extendError: function (Base, name) {
    return class extends Base {
      get name() {
        return name;
      }
    };
  },
  $extendError__deps: [],
});

mergeInto(
  LibraryManager.library,
  Object.fromEntries(
    unused.flatMap((name) => [
      [name, function () {}],
      [`${name}__deps`, []],
    ]),
  ),
);
