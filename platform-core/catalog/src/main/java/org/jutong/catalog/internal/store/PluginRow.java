package org.jutong.catalog.internal.store;

import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(name = "CA_PLUGIN")
class PluginRow {

    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "TITLE_ZH")
    private String chinese;

    @Column(name = "TITLE_EN")
    private String english;

    protected PluginRow() {}

    PluginRow(String id) {
        this.id = id;
    }

    void rename(String inChinese, String inEnglish) {
        chinese = inChinese;
        english = inEnglish;
    }

    String id() {
        return id;
    }

    Map<String, String> titles() {
        return Map.of("zh-CN", chinese, "en", english);
    }
}
