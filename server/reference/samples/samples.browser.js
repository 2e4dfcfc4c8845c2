/** Remembers in which language a reader wants samples, from page to page. */
const key = 'language-of-samples'
const choices = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('.languages input'))

for (const choice of choices) {
  if (choice.value === remembered()) choice.checked = true
  choice.addEventListener('change', () => {
    try {
      localStorage.setItem(key, choice.value)
    } catch {
      // A browser that keeps nothing still shows what was chosen.
    }
  })
}

function remembered() {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
