package org.jutong.interaction.internal.store;

/** One flat JSON object on one line; the contract brings no JSON library. Not thread-safe. */
final class JsonLine {

    private final StringBuilder text = new StringBuilder("{");

    JsonLine put(String name, String value) {
        if (text.length() > 1) {
            text.append(',');
        }
        quote(name);
        text.append(':');
        quote(value);
        return this;
    }

    String end() {
        return text + "}\n";
    }

    private void quote(String value) {
        text.append('"');
        value.chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                text.append('\\').append((char) character);
            } else if (character < ' ') {
                text.append(String.format("\\u%04x", character));
            } else {
                text.append((char) character);
            }
        });
        text.append('"');
    }
}
