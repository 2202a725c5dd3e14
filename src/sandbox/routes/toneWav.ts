const sampleRate = 8000;
const headerBytes = 44;
const noteSeconds = 0.3;
/** Frequencies of a pentatonic scale in hertz, which sound fine in any order. */
const notes = [392, 440, 523.25, 587.33, 659.25] as const;

/** A short melody as a WAV file: 8 kHz, 16 bit, mono, as on the telephone. */
export function toneWav(seconds: number, melody: number): Buffer {
  const samples = Math.floor(seconds * sampleRate);
  const wav = Buffer.alloc(headerBytes + samples * 2);
  writeHeader(wav, samples * 2);
  for (let at = 0; at < samples; at += 1) {
    const note = Math.floor(at / (noteSeconds * sampleRate));
    const hertz = notes[(melody + note * note) % notes.length] ?? 440;
    const intoNote = (at / sampleRate) % noteSeconds;
    const swell = Math.sin((Math.PI * intoNote) / noteSeconds);
    wav.writeInt16LE(
      Math.round(9000 * swell * Math.sin(2 * Math.PI * hertz * intoNote)),
      headerBytes + at * 2,
    );
  }
  return wav;
}

function writeHeader(wav: Buffer, dataBytes: number): void {
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(headerBytes - 8 + dataBytes, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16); // length of the format block
  wav.writeUInt16LE(1, 20); // PCM
  wav.writeUInt16LE(1, 22); // channels
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate * 2, 28); // bytes per second
  wav.writeUInt16LE(2, 32); // bytes per sample
  wav.writeUInt16LE(16, 34); // bits per sample
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(dataBytes, 40);
}
