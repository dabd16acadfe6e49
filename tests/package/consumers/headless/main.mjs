import { says } from "./headless.js";

console.log(await says());
