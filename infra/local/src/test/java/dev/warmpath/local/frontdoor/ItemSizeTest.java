package dev.warmpath.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes that the page on item sizes gives rules for. */
class ItemSizeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id": {"S": "tea"}}                                   |  5
            {"id": {"S": "thé"}}                                   |  6
            {"n": {"N": "-12.50"}}                                 |  4
            {"n": {"N": "0.0012"}}                                 |  3
            {"n": {"N": "1000"}}                                   |  3
            {"n": {"N": "5E10"}}                                   |  3
            {"b": {"B": "eHl6MQ=="}}                               |  5
            {"o": {"BOOL": true}}                                  |  2
            {"o": {"NULL": true}}                                  |  2
            {"s": {"SS": ["ab", "cde"]}}                           |  6
            {"s": {"NS": ["1", "22"]}}                             |  5
            {"l": {"L": []}}                                       |  4
            {"l": {"L": [{"S": "ab"}, {"N": "7"}]}}                | 10
            {"m": {"M": {"a": {"S": "bc"}, "d": {"BOOL": false}}}} | 11
            """)
    void itemIsAsLargeAsItsNamesAndValues(String item, long bytes) throws IOException {
        assertThat(ItemSize.of(JSON.std.mapFrom(item))).isEqualTo(bytes);
    }
}
