/** What a picky and what a patient form take for an answer. */
const PICKY = {
  date: /^\d{2}\.\d{2}\.\d{4}$/,
  phone: /^\+\d{1,3} \d+( \d+)+$/,
  insurance: /^[A-Z]\d{3} \d{3} \d{3}$/,
}
const PATIENT = {
  date: /^(\d{1,2}[.\/ -]\d{1,2}[.\/ -]\d{4}|\d{4}-\d{1,2}-\d{1,2})$/,
  phone: /^\+?[\d ()\/-]{6,20}$/,
  insurance: /^[A-Za-z](\s*-?\s*\d){9}$/,
}

/** True where the field has an answer that this form takes. */
export const takes = (field, patient) => {
  if (field.type === 'checkbox') return field.checked || !field.required
  const text = field.value.trim()
  if (!text) return !field.required
  const form = (patient ? PATIENT : PICKY)[field.dataset.form]
  return !form || form.test(text)
}
