"""Makes the three vendored Inter files from npm's inter-ui: see assets/fonts/README.md."""
import sys
from fontTools.ttLib import TTFont
from fontTools import subset

source, target = sys.argv[1], sys.argv[2]
RANGES = [(0x20,0x7e),(0xa0,0x17f),(0x18f,0x18f),(0x192,0x192),(0x1a0,0x1a1),(0x1af,0x1b0),(0x1cd,0x1dc),(0x1e6,0x1e9),(0x1f4,0x1f5),(0x1fa,0x1ff),(0x200,0x21b),(0x237,0x237),(0x259,0x259),(0x2bb,0x2bd),(0x2c6,0x2dd),
 (0x300,0x30c),(0x323,0x331),(0x370,0x3ff),(0x400,0x52f),(0x1e00,0x1eff),(0x2010,0x2027),(0x202f,0x203a),(0x2044,0x2044),(0x2070,0x208e),(0x20a0,0x20c0),(0x2116,0x2122),(0x2126,0x2126),(0x215b,0x215e),(0x2190,0x2199),(0x2202,0x2265),(0x25a0,0x25cf),(0x2605,0x2606),(0x2661,0x2665),(0x2713,0x2717),(0x5af,0x5af),(0x58f,0x58f)]
for weight in ["Regular","SemiBold","Bold"]:
    font = TTFont(f"{source}/Inter-{weight}.woff2")
    font.flavor = None
    # Tabular figures become the digits themselves: prices in a column line up without shaping.
    tnum = {}
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for st in gsub.LookupList.Lookup[index].SubTable:
                    st = getattr(st, "ExtSubTable", st)
                    tnum.update(st.mapping)
    for table in font["cmap"].tables:
        if hasattr(table, "cmap"):
            for code, name in table.cmap.items():
                if code in range(0x30,0x3a): table.cmap[code] = tnum.get(name, name)
    options = subset.Options(layout_features=[], hinting=False, name_IDs=[0,1,2,3,4,5,6,13,14], drop_tables=["GSUB","GPOS","GDEF","STAT","DSIG","MVAR","gasp"], notdef_outline=True, glyph_names=False)
    s = subset.Subsetter(options)
    s.populate(unicodes=[c for a,b in RANGES for c in range(a,b+1)])
    s.subset(font)
    font.save(f"{target}/Inter-{weight}.ttf")
    widths = {font["hmtx"][font.getBestCmap()[c]][0] for c in range(0x30,0x3a)}
    print(weight, len(font.getGlyphOrder()), "digit widths", widths)
