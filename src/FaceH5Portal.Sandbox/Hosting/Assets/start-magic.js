import { byId } from "/assets/start-page.js";

const born = "19491001";
const anyDigits = "001";
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = "10X98765432";

/** Shows the name and the ID number that bring a code about. */
export function wireMagic() {
  byId("magic-form").addEventListener("submit", event => event.preventDefault());
  byId("magic-code").addEventListener("input", show);
  show();
}

function show() {
  const code = byId("magic-code");
  const usable = code.value !== "" && code.validity.valid;
  byId("magic-name").textContent = usable ? `测试${code.value}` : "…";
  byId("magic-number").textContent = usable ? numberOf(code.value) : "…";
}

/** GB 11643: the last digit makes a weighted sum come out. */
function numberOf(code) {
  const digits = code + born + anyDigits;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return digits + checkDigits[sum % checkDigits.length];
}
