package org.jutong.sitegroup.internal.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.sitegroup.internal.ColumnsGroup.CITY;
import static org.jutong.sitegroup.internal.ColumnsGroup.OPERATOR;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.internal.ColumnsGroup;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.SiteGroup;
import org.jutong.sitegroup.internal.inspection.SiteInspections.Inspectee;

class InspectionSheetTest {

    @TempDir
    Path folder;

    @Test
    void theListIsTakenAwayAsTextAndAsWorkbook() throws IOException {
        try (ColumnsGroup group = new ColumnsGroup(Database.DERBY)) {
            SiteInspections inspections = new SiteInspections(
                    group.store,
                    group.memory,
                    group.tasks,
                    group.standards,
                    SiteGroup.AUTHORITY,
                    group.recorded::add,
                    group.clock);
            inspections.inspect(OPERATOR, CITY);
            List<Inspectee> all = inspections.worst(OPERATOR, Optional.empty(), Optional.empty(), 10);
            InspectionSheet sheet = new InspectionSheet(group.words, Texts.CHINESE);
            String csv = new String(sheet.csv(all), StandardCharsets.UTF_8);
            assertThat(csv).startsWith("\ufeff\"网站标识码\",\"网站\",").endsWith("\"0\"\r\n");
            assertThat(csv.lines()).hasSize(2);
            assertThat(csv).contains("\"5201000001\",\"贵阳市人民政府\",\"2017-07-21\",\"inspection.verdict.failed\"");
            assertThat(shared(sheet.xlsx(all))).contains("&#x8d35;&#x9633;&#x5e02;", "5201000001");
        }
    }

    @Test
    void noCellIsAFormula() {
        for (String text : new String[] {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"}) {
            assertThat(InspectionSheet.cell(text)).isEqualTo("\"'" + text + "\"");
        }
        assertThat(InspectionSheet.cell("a\"b,c\nd")).isEqualTo("\"a\"\"b,c\nd\"");
        assertThat(InspectionSheet.cell(-1)).isEqualTo("\"-1\"");
        assertThat(InspectionSheet.cell("")).isEqualTo("\"\"");
    }

    private String shared(byte[] workbook) throws IOException {
        Path file = Files.write(folder.resolve("inspections.xlsx"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("xl/sharedStrings.xml")).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
