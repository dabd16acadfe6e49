/** All documents that a result can be written as. */
export { paintOn } from "./canvas.js";
export { resultMadr } from "./madr.js";
export { resultMarkdown } from "./markdown.js";
export { type Page, pagePicture, resultPicture } from "./picture.js";
export { type Result, type ResultData, resultData } from "./result.js";
export { svgOf } from "./svg.js";
