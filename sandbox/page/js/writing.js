// What the next words of a composer are: a new message, an answer to one, or an edit of one's own.
import { plain, wordsOf } from "./messages.js";
import { note, tryAct } from "./notes.js";
import { act } from "./net.js";
import { pickFile } from "./pick_file.js";
import { pickLocation } from "./pick_location.js";
import { pickPhoto } from "./pick_photo.js";

/**
 * Writing into `chat` (an id) as `who()` (a person's id), named `name`. `sends` is for the composer that join(composer)
 * takes; reply(message) and edit(message) say what the next words are about, drop() makes them a new message again.
 */
export function makeWriting({ chat, who, name }) {
  let about = null; // {message, edit: bool}
  let composer = null;

  const set = (next) => {
    about = next;
    if (!next) return composer.about(null);
    const { message, edit } = next;
    composer.about({ label: `${edit ? "Edit" : "Reply to"}: ${plain(message)}`, stop: edit ? "Do not edit" : "Do not reply", cancel: drop, text: edit ? wordsOf(message) : null });
  };
  const drop = () => { if (about) set(null); };
  const send = (text, more = {}) => act({ do: "send", person: who(), chat, text, ...more });

  /** Words from the field: they go where reply or edit said. */
  const typed = async (words) => {
    const given = about;
    const answer = given?.edit
      ? await act({ do: "edit", person: who(), chat, message: given.message.id, text: words })
      : await send(words, given ? { reply_to: given.message.id } : {});
    if (answer.ok && about === given) drop();
    return answer;
  };
  /** Words that are not from the field, such as a command or a key of the bot's keyboard: always a new message. */
  const saying = async (words) => {
    const answer = await send(words);
    if (!answer.ok) note(answer.message, true);
    return answer;
  };
  const media = (fields) => tryAct({ person: who(), chat, ...fields });
  const sends = {
    typed,
    text: saying,
    photo: async () => { const picked = await pickPhoto(name); if (picked) media({ do: "photo", ...picked }); },
    file: async () => { const picked = await pickFile(name); if (picked) media({ do: "document", ...picked }); },
    video: () => media({ do: "video" }),
    voice: () => media({ do: "voice" }),
    location: async () => { const spot = await pickLocation(name); if (spot) media({ do: "location", ...spot }); },
  };
  return {
    sends,
    saying,
    drop,
    join: (made) => { composer = made; },
    reply: (message) => set({ message, edit: false }),
    edit: (message) => set({ message, edit: true }),
  };
}

/** Whether a message has words that its author can change. */
export function hasWords(message) {
  return !message.via && Boolean(message.html || message.photo || message.video || message.document);
}
