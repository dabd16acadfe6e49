/** The files that look at three browsers: in-three-browsers.mjs runs them in one process. */
export const FILES = ["engines", "containers", "kinds", "languages", "rubric-engines", "workshop-engines", "keyboard"];
