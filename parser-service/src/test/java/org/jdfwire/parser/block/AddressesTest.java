package org.jdfwire.parser.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class AddressesTest {
    private static final String[] BASES = {
        "https://www.mod.go.jp/en/jdf/no133/topics.html",
        "https://www.mod.go.jp/e/jdf/",
        "http://www.mod.go.jp/",
        "https://www.mod.go.jp",
        "https://www.mod.go.jp/a/b?c=/d/e",
        ""
    };
    private static final String[] PARTS = {
        "../", "./", "/", "//", "a", "img", ".", "..", "x.jpg", "?", "q=1", "#", "&", ":", "http:", "%20", " ", "\\",
        "é", "-", "_"
    };

    @Test
    void makesTheSameAddressesAsJsoup() {
        Random random = new Random(20261124);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder address = new StringBuilder();
            for (int parts = random.nextInt(6); parts > 0; parts--) {
                address.append(PARTS[random.nextInt(PARTS.length)]);
            }
            Element image =
                    Jsoup.parse("<img>", BASES[random.nextInt(BASES.length)]).expectFirst("img");
            image.attr("src", address.toString());
            assertThat(Addresses.absolute(image, "src"))
                    .as("%s on %s", address, image.baseUri())
                    .isEqualTo(image.absUrl("src"));
        }
    }
}
