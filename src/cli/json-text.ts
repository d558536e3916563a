/** An object of JSON in which no control character stands as it is: JSON.stringify leaves DEL and the C1 controls. */
export function jsonText(value: object): string {
  const escaped = (character: string) => `\\u00${character.charCodeAt(0).toString(16)}`;
  return JSON.stringify(value).replace(/[\u007f-\u009f]/g, escaped);
}
