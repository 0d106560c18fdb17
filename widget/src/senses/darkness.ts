/** Mean brightness (of 255) under which a picture is dark, and standard deviation under which it shows nothing: a covered lens. */
const DARK = 18;
const FLAT = 7;
/** A picture is judged by so many pixels a side. */
const SIDE = 16;

/** Tells pictures in which nothing can be seen. */
export function createDarkness(): (picture: ImageBitmap) => boolean {
  const glance = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true })!;
  return (picture) => {
    glance.drawImage(picture, 0, 0, SIDE, SIDE);
    const { data } = glance.getImageData(0, 0, SIDE, SIDE);
    let [sum, squares] = [0, 0];
    for (let i = 0; i < data.length; i += 4) {
      const grey = 0.3 * data[i]! + 0.59 * data[i + 1]! + 0.11 * data[i + 2]!;
      sum += grey;
      squares += grey * grey;
    }
    const mean = sum / SIDE ** 2;
    return mean < DARK || Math.sqrt(Math.max(0, squares / SIDE ** 2 - mean * mean)) < FLAT;
  };
}
