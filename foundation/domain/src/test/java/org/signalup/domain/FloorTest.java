package org.signalup.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FloorTest {
    @ParameterizedTest
    @CsvSource({
        "B1,-1", "-1,-1", "负一层,-1", "地下二层,-2", "3F,3", "F3,3", "三层,3", "十二楼,12", "二十层,20", "L2,2", "0,0", "B2层,-2"
    })
    void floorsByAnyName(String word, int floor) {
        assertThat(Floor.find(word)).hasValue(floor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "屋顶", "B", "三三三三层", "1-2"})
    void otherTextsAreNoFloor(String word) {
        assertThat(Floor.find(word)).isEmpty();
    }
}
