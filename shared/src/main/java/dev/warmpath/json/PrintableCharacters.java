package dev.warmpath.json;

/** Characters that may stand in a line of text. */
final class PrintableCharacters {
    private PrintableCharacters() {}

    static boolean contain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
