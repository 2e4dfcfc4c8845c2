/**
 * Puts a button beside each text that people carry elsewhere (`data-copy`): a secret, a sample. Without script the text
 * can still be selected.
 */
for (const text of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-copy]'))) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'secondary small copy'
  button.textContent = 'Copy'
  button.setAttribute('aria-label', `Copy ${text.dataset.copy}`)
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text.textContent ?? '')
    button.textContent = 'Copied'
    setTimeout(() => {
      button.textContent = 'Copy'
    }, 2000)
  })
  text.after(button)
}
