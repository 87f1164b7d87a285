// Passkeys need script: a form that carries one shows itself where the browser can make one, and asks before it is sent.

const makers = {
  get: options => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  create: options => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
};

async function fill(form) {
  const proof = new FormData();
  proof.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
  const answer = await fetch(form.dataset.challenge, { method: "POST", body: proof });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const credential = await makers[form.dataset.passkey](await answer.json());
  form.elements.credential.value = JSON.stringify(credential);
}

async function send(event) {
  event.preventDefault();
  const form = event.target;
  const failed = form.querySelector("[data-failed]");
  failed.hidden = true;
  try {
    await fill(form);
    form.submit();
  } catch {
    // Broken off, or none at hand: the person may try again or take another way.
    failed.hidden = false;
  }
}

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON)
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", send);
  }
