// A photo by camera, by drop or from a file: each ends in the one file field, which does without script too.

const tooBigToShow = 16 * 1024 * 1024;

class PhotoSource extends HTMLElement {
  #stream = null;

  connectedCallback() {
    for (const kind of ["click", "change", "dragover", "dragleave", "drop"]) this.addEventListener(kind, this);
  }

  disconnectedCallback() {
    // Nobody is filmed for a page that is gone.
    this.#close();
  }

  handleEvent(event) {
    const act = { change: this.#change, dragover: this.#over, dragleave: this.#leave, drop: this.#drop, click: this.#click }[event.type];
    act.call(this, event);
  }

  #part(name) {
    return this.querySelector(`[data-photo=${name}]`);
  }

  #show(name, isShown) {
    this.#part(name).hidden = !isShown;
  }

  #click(event) {
    const button = event.target.closest("button[data-photo]");
    if (button?.dataset.photo === "open") this.#open();
    if (button?.dataset.photo === "take") this.#take();
    if (button?.dataset.photo === "close") this.#leaveOff();
  }

  async #open() {
    this.#show("refused", false);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "user", width: { ideal: 1280 } } });
      this.#close();
      this.#stream = stream;
      // The page may have been left while the browser asked.
      if (!this.isConnected) return this.#close();
      const view = this.#part("view");
      view.srcObject = stream;
      this.#show("camera", true);
      this.#show("open", false);
      // The button that was pressed is gone, and with it the focus.
      this.#part("take").focus();
      await view.play();
    } catch {
      this.#close();
      if (this.isConnected) this.#show("refused", true);
    }
  }

  async #take() {
    const view = this.#part("view");
    if (!view.videoWidth) return;
    const still = document.createElement("canvas");
    [still.width, still.height] = [view.videoWidth, view.videoHeight];
    still.getContext("2d").drawImage(view, 0, 0);
    const taken = await new Promise(done => still.toBlob(done, "image/jpeg", 0.95));
    this.#close();
    this.#give(new File([taken], "camera.jpg", { type: "image/jpeg" }));
    this.querySelector("input[type=file]").focus();
  }

  #leaveOff() {
    this.#close();
    this.#part("open").focus();
  }

  #close() {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
    if (!this.#part("view")) return;
    this.#part("view").srcObject = null;
    this.#show("camera", false);
    this.#show("open", true);
  }

  #give(file) {
    const given = new DataTransfer();
    given.items.add(file);
    const field = this.querySelector("input[type=file]");
    field.files = given.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #over(event) {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    this.toggleAttribute("data-over", true);
  }

  #leave() {
    this.toggleAttribute("data-over", false);
  }

  #drop(event) {
    this.#leave();
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    this.#give(file);
  }

  #change(event) {
    const [file] = event.target.files ?? [];
    const before = this.#part("before");
    before.hidden = true;
    if (!file || file.size > tooBigToShow) return;
    const reader = new FileReader();
    reader.addEventListener("load", () => before.src = reader.result);
    // What the browser cannot show stays out of sight; the server says what is wrong with it.
    before.addEventListener("load", () => before.hidden = false, { once: true });
    reader.readAsDataURL(file);
  }
}

customElements.define("photo-source", PhotoSource);
