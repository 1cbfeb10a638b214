/** Makes a photo small on the phone: what the hunt keeps is no larger, and the air is expensive. */

const EDGE_PX = 1_600;
const QUALITY = 0.85;

export async function shrinkPhoto(file: Blob): Promise<Blob> {
  try {
    const image = await createImageBitmap(file);
    const scale = Math.min(1, EDGE_PX / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    // Without one the picture would be blank.
    if (pen === null) return file;
    const small = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', QUALITY);
    });
    return small ?? file;
  } catch {
    // A kind of picture that this browser can't draw: the hunt may know it.
    return file;
  }
}
