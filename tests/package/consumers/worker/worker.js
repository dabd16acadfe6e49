import { says } from "./headless.js";

postMessage(await says());
