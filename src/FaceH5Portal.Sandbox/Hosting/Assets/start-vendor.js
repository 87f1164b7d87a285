import { asJson, send, Told } from "/assets/start-page.js";

const root = "/rpc/2.0/brain/solution/faceprint/";

/** What a business's server does, done from the page; a refusal is told with the vendor's code and words. */
export async function accessToken(app) {
  const form = new URLSearchParams({ grant_type: "client_credentials", client_id: app.apiKey, client_secret: app.secretKey });
  return (await call("oauth/2.0/token", "/oauth/2.0/token", { method: "POST", body: form })).value.access_token;
}

export const faceprint = (name, access, body) =>
  call(name, `${root}${name}?access_token=${encodeURIComponent(access)}`, asJson(body));

async function call(name, address, options) {
  const { status, text } = await send(address, options);
  const value = tolerant(text);
  if (value === null || typeof value !== "object") throw new Told(`${name} answered HTTP ${status} without JSON.`);
  const code = value.error_code ?? value.code ?? value.error;
  if (code !== undefined || value.success === false)
    throw new Told(`${name}: ${code} ${value.error_msg ?? value.message ?? value.error_description ?? ""}`, String(code));
  return { value, text };
}

/** The documents' examples hold comments and trailing commas, and the profile can bring them onto the wire. */
function tolerant(text) {
  const bare = text.replace(/("(?:\\.|[^"\\])*")|\/\/[^\n]*/g, "$1").replace(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, "$1");
  try {
    return JSON.parse(bare);
  } catch (failure) {
    if (failure instanceof SyntaxError) return null;
    throw failure;
  }
}
