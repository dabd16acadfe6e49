import { says } from "../../headless.js";

export const GET = async () => new Response(await says());
