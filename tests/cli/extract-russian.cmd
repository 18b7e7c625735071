printf 'В мае 2031 года экспорт Армении в Китай вырос на 12%% до 40 млн долларов.\n' | outturn extract --language ru -
