// The seven languages of the bot, as their speakers call them.

export const LANGUAGES = {
  kk: "Қазақша",
  ru: "Русский",
  uz: "Oʻzbekcha",
  ky: "Кыргызча",
  tg: "Тоҷикӣ",
  tr: "Türkçe",
  en: "English",
};
