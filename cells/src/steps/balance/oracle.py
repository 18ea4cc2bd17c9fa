# SMOTE-NC: nearest rows by the distance of Chawla et al. 2002, section 6.1 (each category that differs adds the square of the median of
# the standard deviations of the numbers in the class), by brute force; and those of imbalanced-learn 0.10.0, whose encoding by m / 2
# in two columns makes that m * m / 2: the same nearest rows by half of the square. /usr/bin/python3 oracle.py > oracle.json
import json
import numpy as np
from imblearn.over_sampling import SMOTENC

random = np.random.RandomState(7)
n, rare = 90, 24
numbers = np.round(random.normal(size=(n, 3)) * [1.0, 2.5, 0.4], 4)
categories = np.column_stack([random.choice(list("abc"), n), random.choice(["no", "yes"], n)])
grade = np.array(["rare" if row < rare else "often" for row in range(n)])

own = numbers[:rare]
m = np.median(own.std(axis=0))


def nearest(penalty, count=5):
    square = ((own[:, None, :] - own[None, :, :]) ** 2).sum(axis=2)
    square = square + penalty * (categories[:rare, None, :] != categories[None, :rare, :]).sum(axis=2)
    np.fill_diagonal(square, np.inf)
    return np.argsort(square, axis=1, kind="stable")[:, :count].tolist()


seen = {}


class Watched(SMOTENC):
    def _make_samples(self, X, y_dtype, y_type, nn_data, nn_num, *more):
        seen["nearest"] = nn_num.tolist()
        return super()._make_samples(X, y_dtype, y_type, nn_data, nn_num, *more)


Watched(categorical_features=[3, 4], k_neighbors=5, random_state=0).fit_resample(
    np.column_stack([numbers.astype(object), categories.astype(object)]), grade
)
print(json.dumps({
    "numbers": numbers.tolist(),
    "categories": categories.tolist(),
    "grade": grade.tolist(),
    "median": m,
    "paper": nearest(m * m),
    "plain": nearest(0),
    "half": nearest(m * m / 2),
    "imblearn": seen["nearest"],
}))
