/** The bundled pack's decision as JSON text, for readers; web/tools/bundled.mjs puts it in build/generated. */
export const text: string;
