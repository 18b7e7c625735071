// SPDX-License-Identifier: GPL-3.0-or-later
// goods.c - short names of HS chapters and sections.

#include "outturn/goods.h"

#include <stddef.h>

// Chapter 77 is kept free; 98 and 99 are what each country makes of them.
static const char *const chapters[] = {
    NULL, // chapters count from 1
    "live animals",
    "meat",
    "fish and seafood",
    "dairy, eggs, honey",
    "other animal products",
    "plants and cut flowers",
    "vegetables",
    "fruit and nuts",
    "coffee, tea, spices",
    "cereals",
    "flour, malt, starch",
    "oilseeds and fodder",
    "gums and resins",
    "plaiting materials",
    "fats and oils",
    "preserved meat and fish",
    "sugar and sweets",
    "cocoa and chocolate",
    "bakery and pasta",
    "preserved fruit and vegetables",
    "other foods",
    "drinks and vinegar",
    "animal feed, food waste",
    "tobacco",
    "salt, stone, cement",
    "ores, slag, ash",
    "fuels and mineral oils",
    "inorganic chemicals",
    "organic chemicals",
    "medicines",
    "fertilisers",
    "dyes, paints, inks",
    "perfumes and cosmetics",
    "soap, waxes, candles",
    "proteins, glues, enzymes",
    "explosives and matches",
    "photographic goods",
    "other chemicals",
    "plastics",
    "rubber",
    "raw hides and leather",
    "leather goods and bags",
    "furs",
    "wood and charcoal",
    "cork",
    "basketwork",
    "wood pulp, waste paper",
    "paper and board",
    "books and print",
    "silk",
    "wool and animal hair",
    "cotton",
    "other plant fibres",
    "man-made filaments",
    "man-made staple fibres",
    "felt, nonwovens, rope",
    "carpets",
    "special fabrics, lace",
    "coated fabrics",
    "knitted fabrics",
    "knitted clothes",
    "woven clothes",
    "other textiles, used clothes",
    "footwear",
    "headgear",
    "umbrellas and canes",
    "feathers, artificial flowers",
    "stone and cement wares",
    "ceramics",
    "glass",
    "pearls, gems, gold, silver",
    "iron and steel",
    "iron and steel wares",
    "copper",
    "nickel",
    "aluminium",
    "(not in use)",
    "lead",
    "zinc",
    "tin",
    "other base metals",
    "tools and cutlery",
    "various metal wares",
    "machinery",
    "electrical goods, electronics",
    "railway stock",
    "vehicles",
    "aircraft and spacecraft",
    "ships and boats",
    "instruments, medical devices",
    "clocks and watches",
    "musical instruments",
    "arms and ammunition",
    "furniture, lamps, prefab houses",
    "toys, games, sports goods",
    "various manufactures",
    "art and antiques",
    "special provisions",
    "special provisions",
};

typedef struct section {
    int last; // chapter
    const char *name;
} section;

static const section sections[] = {
    {5, "animals and animal products"},
    {14, "plant products"},
    {15, "fats and oils"},
    {24, "food, drink, tobacco"},
    {27, "minerals and fuels"},
    {38, "chemicals"},
    {40, "plastics and rubber"},
    {43, "leather and furs"},
    {46, "wood, cork, basketwork"},
    {49, "pulp, paper, print"},
    {63, "textiles and clothes"},
    {67, "shoes, hats, umbrellas"},
    {70, "stone, ceramics, glass"},
    {71, "pearls, gems, precious metals"},
    {83, "base metals"},
    {85, "machinery and electronics"},
    {89, "vehicles, aircraft, ships"},
    {92, "instruments, clocks, music"},
    {93, "arms and ammunition"},
    {96, "various manufactures"},
    {97, "art and antiques"},
};

static int chapter_of(const char *code)
{
    for (int i = 0; i < 2; i++) {
        if (code[i] < '0' || code[i] > '9') {
            return 0;
        }
    }
    return 10 * (code[0] - '0') + code[1] - '0';
}

const char *ot_hs_chapter(const char *code)
{
    return chapters[chapter_of(code)];
}

int ot_hs_section(const char *code, const char **name)
{
    const int count = (int)(sizeof sections / sizeof sections[0]);
    const int chapter = chapter_of(code);
    int i = 0;

    *name = NULL;
    while (i < count && sections[i].last < chapter) {
        i++;
    }
    if (chapter == 0 || i == count) {
        return 0;
    }
    *name = sections[i].name;
    return i + 1;
}
