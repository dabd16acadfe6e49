/** The classic script: elements, engine and bundled pack in one file, for blogs, `file://` and sandboxed frames. */
import "./define.js";
