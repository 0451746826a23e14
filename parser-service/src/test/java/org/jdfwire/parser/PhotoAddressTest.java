package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdfwire.contracts.topic.Image;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos whose address a script puts in, that open larger, or that stand under the heading of a group. */
class PhotoAddressTest {
    private static final String FOLDER = "https://www.mod.go.jp/en/jdf/no133/";
    private static final String TEXT = "<p>On January 9, the goat of the regiment took part in its first parade.</p>";
    private static final String HEADING = "<h3>A Goat on Parade</h3>";

    private static List<String> photos(String picture) {
        Topic topic = Pages.topicOf(HEADING + picture + TEXT);
        return topic.images().stream().map(Image::url).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src=goat.jpg alt='The goat'>",
                "<img src='' data-original=goat.jpg alt='The goat'>",
                "<img data-lazy-src=goat.jpg alt='The goat'>",
                "<img src=dots.gif data-src=goat.jpg alt='The goat'>",
                "<img srcset='goat.jpg 480w, goat2.jpg 960w' alt='The goat'>",
                "<img src='' data-srcset='goat.jpg, goat2.jpg 2x' alt='The goat'>"
            })
    void takesTheAddressThatAScriptPutsInLate(String picture) {
        assertThat(photos(picture)).containsExactly(FOLDER + "goat.jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=goat.jpg data-src=goat_large.jpg alt='The goat'>",
                "<img src=goat.jpg srcset='goat_large.jpg 2x' alt='The goat'>",
                "<img src=goat.jpg data-original='data:image/gif;base64,R0lGODlhAQABAAAAACw=' alt='The goat'>"
            })
    void keepsTheAddressOfAPhotoThatIsShown(String picture) {
        assertThat(photos(picture)).containsExactly(FOLDER + "goat.jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='#'><img src=goat.jpg alt='The goat'></a>",
                "<a href='#large'><img src=goat.jpg alt='The goat'></a>"
                        + "<div id=large style='display:none'><img src=goat.jpg alt='The goat'></div>"
            })
    void keepsPhotosThatOpenLargerOnThePage(String picture) {
        assertThat(photos(picture)).containsExactly(FOLDER + "goat.jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='#'><img src=up.png></a>",
                "<a href='#news2'><img src=news2.jpg alt='The next news'></a>",
                "<a href='other.html'><img src=other.jpg alt='Other news'></a>"
            })
    void takesNoWaysToOtherPlacesForPhotos(String picture) {
        assertThat(photos(picture)).isEmpty();
    }

    @Test
    void givesPhotosOfAGroupToTheFirstNewsBelow() {
        List<Topic> topics = Pages.topicsOf("<h2>Two Animals Join the Regiment</h2>"
                + "<img src=1.jpg alt='Two Animals Join the Regiment'><img src=2.jpg alt='Two Animals Join the Regiment'>"
                + HEADING + TEXT + "<h3>A Donkey in the Mess Hall</h3><p>On January 10, the donkey of the regiment"
                + " was found in the mess hall before breakfast.</p>");
        assertThat(topics).extracting(topic -> topic.images().size()).containsExactly(2, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a banner does not repeat the heading
                "<h2>Pictures of the Regiment</h2><img src=banner.jpg alt='Welcome to the site'>%s",
                // of the same level, it is another news
                "<h3>Two Animals Join the Regiment</h3><img src=1.jpg alt='Two Animals Join the Regiment'>%s"
            })
    void givesNoOtherPictureToTheNewsBelow(String page) {
        Topic topic = Pages.topicOf(page.formatted(HEADING + TEXT));
        assertThat(topic.images()).isEmpty();
    }
}
