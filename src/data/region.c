// SPDX-License-Identifier: GPL-3.0-or-later
// region.c - which countries lie in which part of the world.

#include "outturn/region.h"

#include <stddef.h>

#include "base/text.h"

typedef struct lying {
    ot_region region;
    const char *countries;
} lying;

#define AFRICA   "002", "Africa"
#define AMERICAS "019", "Americas"
#define ASIA     "142", "Asia"
#define EUROPE   "150", "Europe"
#define OCEANIA  "009", "Oceania"

static const lying regions[] = {
    {{"015", "Northern Africa", AFRICA},
     "DZA EGY ESH LBY MAR SDN TUN XCE XCY XML XSD"},
    {{"202", "Sub-Saharan Africa", AFRICA},
     "AGO ATF BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI ERI ETH GAB GHA "
     "GIN GMB GNB GNQ IOT KEN LBR LSO MDG MLI MOZ MRT MUS MWI MYT NAM NER NGA "
     "REU RWA SEN SHN SLE SOM SSD STP SWZ SYC TCD TGO TZA UGA XET XRN XTK XZP "
     "ZAF ZMB ZWE"},
    {{"419", "Latin America and the Caribbean", AMERICAS},
     "ABW AIA ANT ARG ATG BES BHS BLM BLZ BOL BRA BRB BVT CHL COL CRI CUB CUW "
     "CYM DMA DOM ECU FLK GLP GRD GTM GUF GUY HND HTI JAM KNA LCA MAF MEX MSR "
     "MTQ NIC PAN PCZ PER PRI PRY SGS SLV SUR SXM TCA TTO URY VCT VEN VGB VIR "
     "XMZ"},
    {{"021", "Northern America", AMERICAS}, "BMU CAN GRL SPM USA"},
    {{"143", "Central Asia", ASIA}, "KAZ KGZ TJK TKM UZB"},
    {{"030", "Eastern Asia", ASIA}, "CHN HKG JPN KOR MAC MNG PRK TWN XRY"},
    {{"035", "South-eastern Asia", ASIA},
     "BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VDR VNM XLN XPM XSH XSK XVS"},
    {{"034", "Southern Asia", ASIA},
     "AFG BGD BTN IND IRN LKA MDV NPL PAK XPK XSM"},
    {{"145", "Western Asia", ASIA},
     "ARE ARM AZE BHR CYP GEO IRQ ISR JOR KWT LBN NTZ OMN PSE QAT SAU SYR TUR "
     "XAB XDX XGZ XNK XSO XWB XYN YEM YMD"},
    {{"151", "Eastern Europe", EUROPE},
     "BGR BLR CSK CZE HUN MDA POL ROU RUS SUN SVK UKR"},
    {{"154", "Northern Europe", EUROPE},
     "ALA DNK EST FIN FRO GBR GGY IMN IRL ISL JEY LTU LVA NOR SJM SWE XCI XNI"},
    {{"039", "Southern Europe", EUROPE},
     "ALB AND BIH ESP GIB GRC HRV ITA MKD MLT MNE PRT SCG SMR SRB SVN VAT XKX "
     "XMR YUG"},
    {{"155", "Western Europe", EUROPE},
     "AUT BEL BLX CHE DDR DEU FRA LIE LUX MCO NLD XFG"},
    {{"053", "Australia and New Zealand", OCEANIA}, "AUS CCK CXR HMD NFK NZL"},
    {{"054", "Melanesia", OCEANIA}, "FJI NCL PNG SLB VUT"},
    {{"057", "Micronesia", OCEANIA},
     "FSM GUM KIR MHL MNP NRU PCI PLW PUS UMI XMI XWI"},
    {{"061", "Polynesia", OCEANIA}, "ASM COK NIU PCN PYF TKL TON TUV WLF WSM"},
};

const ot_region *ot_region_of(ot_area area)
{
    if (area == OT_AREA_NONE || area >= ot_area_count() ||
        ot_area_kind_of(area) != OT_AREA_COUNTRY) {
        return NULL;
    }
    for (size_t i = 0; i < sizeof regions / sizeof regions[0]; i++) {
        if (ot__str_lists(ot__str(regions[i].countries), ot_area_code(area))) {
            return &regions[i].region;
        }
    }
    return NULL;
}
