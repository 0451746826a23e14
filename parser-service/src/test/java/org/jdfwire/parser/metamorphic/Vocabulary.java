package org.jdfwire.parser.metamorphic;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Words of our own for logical pages, in an order that is the same in every run. The sentences name neither country nor day, so that only what must be read can. */
final class Vocabulary {
    /** Headings, and the countries that they name. */
    static final SortedMap<String, List<String>> TITLES = new TreeMap<>(Map.ofEntries(
            Map.entry("Defense Ministers Hold Talks by Telephone", List.of()),
            Map.entry("Chief of Staff Visits a Neighboring Air Force", List.of()),
            Map.entry("Band Concert Held in the Capital", List.of()),
            Map.entry("Japan-Australia Sample Exercise off the Coast", List.of("JP", "AU")),
            Map.entry("Japan–India Staff Talks", List.of("JP", "IN")),
            Map.entry("Sample Minister’s Visit to Mongolia", List.of("MN")),
            Map.entry("General Sample, Chief of Staff, JASDF Visits Brazil", List.of("BR")),
            Map.entry("Minesweepers Return from the Gulf", List.of()),
            Map.entry("“Sample Maiden 2020” Comes to an End", List.of()),
            Map.entry("Opening of the New Training Center (Part 2)", List.of()),
            Map.entry("Disaster Relief in the Mountains: a Report", List.of()),
            Map.entry("Medical Team Sent to the Islands", List.of()),
            Map.entry("Port Call", List.of()),
            Map.entry("No. 3 Sample Squadron Moves North", List.of()),
            Map.entry("The Ministry’s White Paper Is Published", List.of())));

    /** Headings above the headings. */
    static final List<String> CHAPTERS =
            List.of("Defense Cooperation and Exchanges", "Activities at Home", "People and Places", "From the Forces");

    /** Flags, and the country of each. */
    static final SortedMap<String, String> FLAGS = new TreeMap<>(Map.of(
            "germany",
            "DE",
            "brazil",
            "BR",
            "india",
            "IN",
            "england",
            "GB",
            "U.S.",
            "US",
            "france",
            "FR",
            "japan",
            "JP",
            "australia",
            "AU",
            "New Zealand",
            "NZ"));

    /** What happened, without a day: a sentence begins with the day or with {@code Last of all,}. */
    static final List<String> EVENTS = List.of(
            "the two ministers spoke about the sea and the sky.",
            "the Chief of Staff was shown an aircraft (see photo), and he gave thanks.",
            "the Central Band gave its yearly concert to a full house, “as ever,” as the conductor said.",
            "a sample exercise began with a ceremony on the deck of the destroyer; it went on until the evening.");

    /** Sentences for the rest of a text. */
    static final List<String> SENTENCES = List.of(
            "The visit deepened the friendship between the two air forces.",
            "Both sides agreed to meet in person in the near future, and they will share what they learn.",
            "The ministers’ staff prepared the next steps.",
            "He was shown around by the crew, who had come from three ports, and who had trained for this day for a whole"
                    + " year with their instructors, their doctors and the people of the town around the harbor.",
            "It rained.",
            "Nobody was hurt.",
            "The summary is as follows:",
            "“We will be back,” said the captain.",
            "More than 2,000 visitors came, 300 of them children.",
            "The center (built with local wood) will open its doors to schools as well.");

    static final List<String> SUB_HEADINGS = List.of("Purpose", "Outcome of the Talks", "Units", "What Comes Next");

    static final List<String> BULLETS = List.of(
            "Search and rescue",
            "Transport of patients",
            "Clearing of roads",
            "Supply of water, and of food, to the villages");

    static final List<List<String>> PAIRS = List.of(
            List.of("Place", "Sample Island"),
            List.of("Units", "Two companies"),
            List.of("Equipment", "One helicopter, four boats"),
            List.of("Weather", "Rain and wind"));

    static final List<List<String>> TRIPLES = List.of(
            List.of("Unit", "Ships", "Crew"),
            List.of("First Squadron", "2", "310"),
            List.of("Second Squadron", "1", "170"));

    static final List<String> QUESTIONS =
            List.of("What is new this year?", "Who may take part?", "How long does the training last?");

    static final List<String> ANSWERS = List.of(
            "Much is new, above all the ships.", "Everyone who can swim may take part.", "It lasts half a year.");

    static final List<String> FOOTNOTES =
            List.of("* The names of the ships are samples.", "(Note) Ranks are those held at the time of the visit.");

    static final List<String> CAPTIONS = List.of(
            "The minister (right) and his guest",
            "(1) The ship at the pier",
            "2. Crew members on deck",
            "Photo: a sample of the new boats",
            "At the ceremony");

    /** Alternative texts that were copied from another article. */
    static final List<String> WRONG_ALTS = List.of("Ship Leaves the Port", "Visit of Another Guest", "photo");

    private Vocabulary() {}
}
